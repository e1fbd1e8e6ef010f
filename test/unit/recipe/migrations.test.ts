import { expect, test } from 'vitest';
import { migrate, type Migration } from '../../../src/recipe/migrations';

const rename: Migration = {
  name: 'rename name to title',
  from: 1,
  apply: ({ name, ...rest }) => ({ ...rest, title: name }),
};
const wrap: Migration = {
  name: 'put fields into a table',
  from: 2,
  apply: ({ fields, ...rest }) => ({ ...rest, tables: { record: { fields } } }),
};

test('an old document goes through every step that follows, in order', () => {
  const old = { cloister: 1, name: 'Visits', fields: { a: 1 } };
  expect(migrate(old, [rename, wrap], 3).document).toEqual({
    cloister: 3,
    title: 'Visits',
    tables: { record: { fields: { a: 1 } } },
  });
  expect(old).toEqual({ cloister: 1, name: 'Visits', fields: { a: 1 } });
});

test('a document of the current version stays as it is', () => {
  const document = { cloister: 3, title: 'Visits' };
  expect(migrate(document, [rename, wrap], 3).document).toBe(document);
});

test('a version without a way forward, a future one and one that is no number are refused', () => {
  expect(migrate({ cloister: 1 }, [wrap], 3).problem?.code).toBe('recipe.oldVersion');
  expect(migrate({ cloister: 4 }, [rename, wrap], 3).problem).toMatchObject({
    code: 'recipe.newerVersion',
    values: { version: 4, current: 3 },
  });
  expect(migrate({ cloister: 0 }, [rename, wrap], 3).problem?.code).toBe('recipe.badVersion');
  expect(migrate({}, [rename, wrap], 3).problem?.code).toBe('recipe.noVersion');
});
