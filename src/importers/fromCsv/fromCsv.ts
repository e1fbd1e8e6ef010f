import { Failure } from '../../problems/Failure';
import type { Importer } from '../Importer';
import { detectEncoding } from './detectEncoding';
import { foreignFormat } from './foreignFormat';
import { surveyFile } from './surveyFile';
import { toRecipe } from './toRecipe';

const megabyte = 1024 * 1024;
const mostMegabytes = 60;

/** Any file of rows and columns as text becomes a recipe; of its cells only what the notes name. */
export const fromCsv: Importer = {
  id: 'csv',
  label: 'CSV or TSV table',
  extensions: ['.csv', '.tsv', '.tab', '.txt'],

  recognise(start, fileName) {
    if (foreignFormat(start) !== undefined) return 0;
    if (/\.(csv|tsv|tab)$/i.test(fileName)) return 0.9;
    const firstLine = new TextDecoder().decode(start.subarray(0, 4096)).split(/\r?\n/)[0] ?? '';
    return /[,;\t|]/.test(firstLine) && !/^\s*[{[<]/.test(firstLine) ? 0.5 : 0.1;
  },

  async read(file, fileName, job) {
    if (file.size === 0) throw new Failure('importers.emptyFile');
    const format = foreignFormat(new Uint8Array(await file.slice(0, 4096).arrayBuffer()));
    if (format !== undefined) throw new Failure('importers.notText', { format });
    if (file.size > mostMegabytes * megabyte) {
      const megabytes = Math.round(file.size / megabyte);
      throw new Failure('importers.fileTooLarge', { megabytes, most: mostMegabytes });
    }
    const encoding = await detectEncoding(file, job.signal);
    return toRecipe(await surveyFile(file, encoding, job), fileName, encoding);
  },
};
