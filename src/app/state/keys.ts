import type { AppState } from './AppState.svelte';
import { screens } from './Place';

const apple = /Mac|iPhone|iPad/.test(navigator.userAgent);

/** "⌘" or "Ctrl+", as the keyboard at hand says it. */
export const controlKey = apple ? '⌘' : 'Ctrl+';

/** The keys that work everywhere, for the list that `?` shows. */
export const keyList: readonly { readonly keys: string; readonly does: string }[] = [
  { keys: `${controlKey}K`, does: 'Find any action' },
  { keys: `${controlKey}Enter`, does: 'Make the records' },
  { keys: `${controlKey}Z`, does: 'Undo a change of the recipe' },
  { keys: `${controlKey}${apple ? '⇧' : 'Shift+'}Z`, does: 'Redo it' },
  { keys: 'Alt+1 … Alt+5', does: 'Recipe, Run, Records, Report, Export' },
  { keys: 'Alt+0', does: 'Start' },
  { keys: '↑ ↓ ← →', does: 'Move in tables and lists' },
  { keys: 'Alt+↑, Alt+↓', does: 'Move the selected field up or down' },
  { keys: 'Enter', does: 'Open the record, press the button' },
  { keys: 'Escape', does: 'Close what floats' },
  { keys: '?', does: 'This list' },
];

export function handleKey(event: KeyboardEvent, app: AppState): void {
  if (event.defaultPrevented) return;
  const command = apple ? event.metaKey : event.ctrlKey;
  const key = event.key.toLowerCase();
  const act = (what: () => unknown): void => {
    event.preventDefault();
    what();
  };
  if (command && key === 'k') return act(() => (app.dialog = app.dialog === 'palette' ? 'none' : 'palette'));
  if (app.dialog !== 'none' || openModal()) return;
  if (event.altKey && /^Digit[0-5]$/.test(event.code)) {
    const screen = screens[Number(event.code.slice(5)) - 1];
    return act(() => (screen === undefined ? app.route.go({ screen: 'start' }) : app.go(screen)));
  }
  const recipe = app.route.place.screen === 'recipe' ? app.work?.document : undefined;
  if (command && key === 'z' && recipe !== undefined)
    return act(() => (event.shiftKey ? recipe.redo() : recipe.undo()));
  if (command && key === 'y' && recipe !== undefined) return act(() => recipe.redo());
  if (command && key === 'enter' && app.canMake) return act(() => app.makeRecords());
  if (event.key === '?' && !isTyping(event.target)) return act(() => (app.dialog = 'keys'));
}

function openModal(): boolean {
  return (
    document.querySelector('[role="dialog"][data-state="open"], [role="alertdialog"][data-state="open"]') !==
    null
  );
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}
