import { Failure } from '../../../problems/Failure';
import { inspectGguf } from '../../shared/gguf/inspectGguf';
import { looksLikeGguf, readGguf } from '../../shared/gguf/readGguf';
import { readManifest, type Manifest } from '../export/manifest';
import type { ExpectedHash } from '../Hasher';
import { inspectMlc } from '../mlc/inspectMlc';
import type { StoredModel } from '../StoredModel';
import type { Brought, Incoming } from './Incoming';
import { ggufPath } from './ggufPath';

/** What of the files that came makes up a model, and under which names it is kept. */
export interface ModelPlan {
  readonly model: Pick<StoredModel, 'engine' | 'fileName' | 'about' | 'origin'>;
  readonly files: readonly PlannedFile[];
}

export interface PlannedFile {
  readonly file: Incoming;
  readonly path: string;
  readonly expected?: ExpectedHash;
}

/** A manifest is small; a larger file that begins like JSON is something else. */
const mostManifestBytes = 1024 * 1024;

/** Tells by content what came. A Failure says what is wrong or missing; nothing is copied yet. */
export async function planModel({ name, files }: Brought): Promise<ModelPlan> {
  const manifest = await findManifest(files);
  const own = manifest === null ? files : listed(files, manifest, name);
  const plan = (await planGguf(own)) ?? (await planMlc(own, name));
  if (plan === null) {
    const [only] = files;
    // One file of another kind: say what it looks like.
    if (only !== undefined && files.length === 1) await readGguf(only, only.name);
    throw new Failure('model.nothingHere', { folder: name, files: files.length });
  }
  return manifest === null ? plan : withManifest(plan, manifest);
}

async function planGguf(files: readonly Incoming[]): Promise<ModelPlan | null> {
  const weights: Incoming[] = [];
  for (const file of files) if (await looksLikeGguf(file)) weights.push(file);
  const [first, ...rest] = weights;
  if (first === undefined) return null;
  const { about, parts } = await inspectGguf([first, ...rest]);
  return {
    model: { engine: 'llamaCpp', fileName: parts[0].name, about },
    files: parts.map((file, no) => ({ file, path: ggufPath(file.name, no, parts.length) })),
  };
}

async function planMlc(files: readonly Incoming[], name: string): Promise<ModelPlan | null> {
  const found = await inspectMlc(files, name);
  if (found === null) return null;
  // Files that came without a folder would be called after whichever was the first.
  const fileName = files.some((file) => file.name === name) ? found.about.name : name;
  return { model: { engine: 'webLlm', fileName, about: found.about }, files: found.files };
}

async function findManifest(files: readonly Incoming[]): Promise<Manifest | null> {
  for (const file of files) {
    if (file.size > mostManifestBytes) continue;
    const text = new TextDecoder().decode(await file.slice(0, file.size).arrayBuffer());
    const manifest = text.startsWith('{') ? readManifest(text) : null;
    if (manifest !== null) return manifest;
  }
  return null;
}

/** The files of an export, and nothing that lies beside them. */
function listed(files: readonly Incoming[], manifest: Manifest, folder: string): readonly Incoming[] {
  return manifest.files.map(({ path, sizeBytes }) => {
    const file = files.find(({ name }) => name === path);
    if (file === undefined) throw new Failure('model.exportMissing', { folder, file: path });
    if (file.size !== sizeBytes)
      throw new Failure('model.wrongSize', { file: path, size: file.size, needed: sizeBytes });
    return file;
  });
}

function withManifest({ model, files }: ModelPlan, manifest: Manifest): ModelPlan {
  const { fileName, origin } = manifest;
  return {
    model: { ...model, fileName, ...(origin === undefined ? {} : { origin }) },
    files: files.map((planned) => {
      const hex = manifest.files.find(({ path }) => path === planned.file.name)?.sha256;
      if (hex === undefined) return planned;
      return { ...planned, expected: { algorithm: 'sha256', hex, statedBy: 'manifest' } };
    }),
  };
}
