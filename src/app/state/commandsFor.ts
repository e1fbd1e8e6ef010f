import { screenNames } from '../words/screenNames';
import type { AppState } from './AppState.svelte';
import { controlKey } from './keys';
import { screens } from './Place';

interface Command {
  readonly label: string;
  readonly keys?: string;
  run(): unknown;
}

export interface CommandGroup {
  readonly name: string;
  readonly commands: readonly Command[];
}

/** Everything that can be done from where the window stands. */
export function commandsFor(app: AppState): CommandGroup[] {
  const { work, session } = app;
  const groups: CommandGroup[] = [];
  if (work !== null) {
    const recipe: Command[] = [];
    if (app.canMake) {
      recipe.push({
        label: app.makeWords,
        keys: `${controlKey}Enter`,
        run: () => app.makeRecords(),
      });
    }
    if (work.document.canUndo)
      recipe.push({ label: 'Undo', keys: `${controlKey}Z`, run: () => work.document.undo() });
    if (work.document.canRedo) recipe.push({ label: 'Redo', run: () => work.document.redo() });
    if (session.active) {
      recipe.push({ label: 'Pause the run', run: () => session.pause() });
      recipe.push({ label: 'Cancel the run', run: () => session.cancel() });
    }
    groups.push({ name: 'This work', commands: recipe });
    const steps = screens.map((screen, at) => ({
      label: `Go to ${screenNames[screen]}`,
      keys: `Alt+${at + 1}`,
      run: () => app.go(screen),
    }));
    groups.push({ name: 'Go', commands: [...steps, ...elsewhere(app)] });
    const fields = Object.entries(work.document.draft.tables).flatMap(([table, { fields }]) =>
      Object.keys(fields).map((name) => ({
        label: work.tables.length > 1 ? `${table}.${name}` : name,
        run: () => {
          work.select(table, { kind: 'field', name });
          app.go('recipe');
        },
      })),
    );
    groups.push({ name: 'Field', commands: fields });
  } else {
    groups.push({ name: 'Go', commands: elsewhere(app) });
  }
  groups.push({ name: 'Writer', commands: writerCommands(app) });
  groups.push({
    name: 'Window',
    commands: [
      { label: 'Light', run: () => app.theme.choose('light') },
      { label: 'Dark', run: () => app.theme.choose('dark') },
      { label: 'Light or dark, as the system is', run: () => app.theme.choose('system') },
      { label: 'Check that nothing leaves', run: () => (app.dialog = 'proof') },
      {
        label: 'Get or bring a model',
        run: () => open(app.modelsPage.href, app.modelsPage.target, 'noopener'),
      },
      { label: 'Show the keys', keys: '?', run: () => (app.dialog = 'keys') },
    ],
  });
  return groups.filter(({ commands }) => commands.length > 0);
}

function elsewhere(app: AppState): Command[] {
  return [
    { label: 'Go to Start', keys: 'Alt+0', run: () => app.route.go({ screen: 'start' }) },
    { label: `Go to ${screenNames.device}`, run: () => app.route.go(app.devicePlace) },
  ];
}

/** A check is shown where its results will stand. */
function writerCommands(app: AppState): Command[] {
  const { device, rehearsable, session, writers } = app;
  const about = { label: 'About the writer', run: () => (app.dialog = 'writer') };
  if (session.active || device.known.report === null) return [about];
  if (device.job !== null) return [about, { label: 'Cancel the check', run: () => device.cancel() }];
  const there = (act: () => Promise<void>) => () => {
    app.route.go(app.devicePlace);
    void act();
  };
  const check = {
    label: 'Check the writer on this device',
    run: there(() => device.test(writers.current)),
  };
  if (rehearsable === null) return [about, check];
  const rehearse = {
    label: 'Rehearse the writer with this recipe',
    run: there(() => device.rehearse(writers.current, rehearsable)),
  };
  return [about, check, rehearse];
}
