export const screenNames = {
  start: 'Start',
  recipe: 'Recipe',
  run: 'Run',
  records: 'Records',
  report: 'Report',
  export: 'Export',
  device: 'Device',
} as const;
