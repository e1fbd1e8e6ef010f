export type ThemeChoice = 'system' | 'light' | 'dark';

const key = 'cloister.theme';

/** Light or dark; follows the system until the user says otherwise. */
export class Theme {
  choice = $state<ThemeChoice>(remembered());

  constructor() {
    this.#apply();
  }

  choose(choice: ThemeChoice): void {
    this.choice = choice;
    this.#apply();
    try {
      localStorage.setItem(key, choice);
    } catch {
      // A private window remembers nothing; the choice still holds until it closes.
    }
  }

  #apply(): void {
    const root = document.documentElement;
    if (this.choice === 'system') delete root.dataset['theme'];
    else root.dataset['theme'] = this.choice;
  }
}

function remembered(): ThemeChoice {
  try {
    const choice = localStorage.getItem(key);
    return choice === 'light' || choice === 'dark' ? choice : 'system';
  } catch {
    return 'system';
  }
}
