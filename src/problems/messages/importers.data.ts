import type { Message } from '../catalogue';

export const importerMessages = {
  'importers.emptyFile': {
    level: 'wrong',
    text: 'The file is empty: it has no bytes. Export it again and drop it here.',
  },
  'importers.notText': {
    level: 'wrong',
    text: 'The file is {format}. Save the table as CSV (in Excel: File, Save As, CSV UTF-8) and drop that.',
  },
  'importers.fileTooLarge': {
    level: 'wrong',
    text: 'The file has {megabytes} MB; up to {most} MB can be read. A sample of its records gives the same recipe: cut it and drop that.',
  },
  'importers.noRecords': {
    level: 'wrong',
    text: 'The file has no records: at most one line of names. Add some records below it, or start a recipe by hand.',
  },
  'importers.unclosedQuote': {
    level: 'wrong',
    text: 'Record {record} has a quotation mark that is never closed, so the rest of the file reads as one cell. Close it and drop the file again.',
  },
  'importers.tooManyColumns': {
    level: 'wrong',
    text: 'The file has {columns} columns; up to {most} can be read. Keep the ones that matter and drop that.',
  },
  'importers.file': {
    level: 'note',
    text: 'Read {records} records of {columns} columns, {delimiter}, as {encoding}. The file itself is not stored; its name became the title, its headers the names of the fields.',
  },
  'importers.fewerRows': {
    level: 'note',
    text: 'The recipe asks for {rows} records; the source has {records}. Change the number in the recipe if you want more.',
  },
  'importers.ragged': {
    level: 'caution',
    text: '{count} records have fewer or more than {columns} cells. Missing ones were read as empty, extra ones were left out.',
  },
  'importers.oneColumn': {
    level: 'caution',
    text: 'Only one column was found. If there should be more, check what separates them: comma, semicolon, tab or bar.',
  },
  'importers.noHeader': {
    level: 'caution',
    text: 'The first line looks like a record, not like names, so the {columns} columns were numbered. Give the fields names in the recipe.',
  },
  'importers.emptyHeaders': {
    level: 'note',
    text: '{count} columns have no name and were numbered.',
  },
  'importers.repeatedHeaders': {
    level: 'note',
    text: 'Some names occur more than once and were numbered: {headers}.',
  },
  'importers.allMissing': {
    level: 'caution',
    text: 'every cell is empty, so the field stays empty.',
  },
  'importers.missing': {
    level: 'note',
    text: '{share}% of the cells are missing, written as {written}. That share entered the recipe.',
  },
  'importers.strays': {
    level: 'caution',
    text: '{share}% of the cells are not {kind} like the others and were left out.',
  },
  'importers.constant': {
    level: 'note',
    text: 'all {records} cells are the same. This value entered the recipe: {value}.',
  },
  'importers.category': {
    level: 'note',
    text: 'a category. What entered the recipe, and how often each occurs: {values}.',
  },
  'importers.pooled': {
    level: 'note',
    text: 'rarer values, each in fewer than {least} records, did not enter: {values} of them, in {records} records, became “{other}”.',
  },
  'importers.pooledNearest': {
    level: 'note',
    text: 'rarer numbers, each in fewer than {least} records, did not enter: {values} of them, in {records} records, count as the nearest frequent one.',
  },
  'importers.nothingCommon': {
    level: 'caution',
    text: 'no value occurs in at least {least} records, so none entered the recipe; “other” stands for all. Put your own values in.',
  },
  'importers.boolean': {
    level: 'note',
    text: 'true in {share}% of the records. That share entered the recipe.',
  },
  'importers.fewBooleans': {
    level: 'note',
    text: 'true or false; fewer than {least} records have one of them, so half and half was assumed.',
  },
  'importers.number': {
    level: 'note',
    text: 'numbers from {min} to {max}: the range was rounded outward. Shape: {shape}; the fit is {fit}. Only these figures entered the recipe.',
  },
  'importers.fewNumbers': {
    level: 'note',
    text: 'numbers, but fewer than {least}: only a wide range entered the recipe, {min} to {max}. Adjust it.',
  },
  'importers.decimalComma': {
    level: 'note',
    text: 'the numbers have a decimal comma; the made ones have a point.',
  },
  'importers.sequence': {
    level: 'note',
    text: 'numbers that run on without a gap: a sequence from {start}.',
  },
  'importers.id': {
    level: 'note',
    text: 'no value repeats: a key. Only its pattern entered the recipe: {pattern} (# is a digit, A a letter).',
  },
  'importers.code': {
    level: 'note',
    text: 'codes. Their shapes entered the recipe, # for a digit, A and a for letters, other words as they stand: {shapes}.',
  },
  'importers.date': {
    level: 'note',
    text: 'dates, written {format}; the made ones are written year first. The range was rounded outward to {from} to {to}; nothing else entered.',
  },
  'importers.datetime': {
    level: 'note',
    text: 'dates with a time, written {format}; the made ones are written year first. The range was rounded outward to {from} to {to}; nothing else entered.',
  },
  'importers.time': {
    level: 'note',
    text: 'times of day. The range was rounded outward to {from} to {to}; nothing else entered.',
  },
  'importers.ambiguousDate': {
    level: 'caution',
    text: 'the dates can be read as {taken} and as {rival}; {taken} was taken. It matters only for the range: check it.',
  },
  'importers.person': {
    level: 'note',
    text: 'looks like a person’s {part}. Nothing of it entered the recipe; made-up ones take its place.',
  },
  'importers.text': {
    level: 'note',
    text: 'text. None of it entered the recipe, only how long most of it is: {from} to {to} words. A writer will write it anew as “{kind}”.',
  },
  'importers.textShort': {
    level: 'note',
    text: 'texts of at most {to} words leave a writer no room for facts; up to {room} words were allowed.',
  },
  'importers.facts': {
    level: 'note',
    text: 'the text will be about: {facts}. Choose others if they fit better.',
  },
  'importers.noFacts': {
    level: 'caution',
    text: 'text, but no other column tells what it could be about, so “other” stands for it. Add fields, then make this a written text.',
  },
} as const satisfies Record<string, Message>;
