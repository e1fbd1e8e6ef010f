import { describe, expect, test } from 'vitest';
import { discardDownload } from '../../../../src/engines/store/download/downloadModel';
import { unfinishedDownloads } from '../../../../src/engines/store/download/unfinishedDownloads';
import { sideLoad } from '../../../../src/engines/store/sideload/sideLoad';
import { codeOf, downloadBed } from '../../../support/downloadBed';
import { ggufModel, sha256Of } from '../../../support/models';

const bed = downloadBed();

/** Stops at the first sign of bytes, with this many tries after. */
async function pauseHalfway(at = 0.5): Promise<void> {
  bed.hosted.faults = [{ kind: 'drip', at }];
  const stop = new AbortController();
  const { end } = await bed.download({ stallMs: 600_000 }, stop, ({ phase, doneBytes }) => {
    if (phase === 'downloading' && doneBytes > 0) setTimeout(() => stop.abort('paused'), 30);
  });
  expect(end.phase).toBe('paused');
}

describe('a download that is paused', () => {
  test('is listed, and goes on from where it was with the bytes that are here', async () => {
    await pauseHalfway();
    const [listed] = await unfinishedDownloads(bed.store);
    expect(listed).toMatchObject({
      entry: 'tiny',
      phase: 'paused',
      files: 1,
      wholeFiles: 0,
      totalBytes: bed.weights.size,
    });
    expect(listed?.doneBytes).toBe(Math.floor(bed.weights.size * 0.5));
    expect(await bed.store.list()).toEqual([]);
    const { end, all } = await bed.download();
    expect(end.phase).toBe('done');
    expect(all.map(({ phase }) => phase)).toContain('checking');
    expect(bed.server.ranges).toEqual([null, `bytes=${Math.floor(bed.weights.size * 0.5)}-`]);
    expect(await unfinishedDownloads(bed.store)).toEqual([]);
  });

  test('stays when another model is side-loaded', async () => {
    await pauseHalfway();
    await sideLoad(bed.store, [ggufModel('own.gguf', 10, 9)], new AbortController().signal, () => undefined);
    expect(await unfinishedDownloads(bed.store)).toHaveLength(1);
    expect((await bed.download()).end.phase).toBe('done');
    expect(bed.server.ranges).toHaveLength(2);
  });

  test('leaves nothing when it is cancelled or discarded', async () => {
    await pauseHalfway();
    await discardDownload(bed.store, 'tiny');
    expect(await bed.disk.paths()).toEqual([]);
    bed.hosted.faults = [{ kind: 'drip', at: 0.5 }];
    const stop = new AbortController();
    const { end } = await bed.download({ stallMs: 600_000 }, stop, ({ phase }) => {
      if (phase === 'downloading') setTimeout(() => stop.abort('cancelled'), 10);
    });
    expect(end.phase).toBe('cancelled');
    expect(await bed.disk.paths()).toEqual([]);
    expect(bed.disk.used()).toBe(0);
  });

  test('starts anew when this version of the app takes the model from elsewhere', async () => {
    await pauseHalfway();
    await bed.server.add('other/tiny', [bed.weights]);
    bed.entry = { ...bed.entry, sources: [bed.server.source('other/tiny', 'huggingFace', ['tiny.gguf'])] };
    expect((await bed.download()).end.phase).toBe('done');
    expect(bed.server.ranges).toEqual([null, null]);
  });

  test('is one over all windows', async () => {
    bed.hosted.faults = [{ kind: 'drip', at: 0.5 }];
    const stop = new AbortController();
    const first = bed.download({ stallMs: 600_000 }, stop);
    await expect.poll(async () => (await unfinishedDownloads(bed.store))[0]?.phase).toBe('downloading');
    expect(codeOf(await bed.download())).toBe('download.elsewhere');
    await expect(discardDownload(bed.store, 'tiny')).rejects.toMatchObject({
      problem: { code: 'download.elsewhere' },
    });
    stop.abort('paused');
    expect((await first).end.phase).toBe('paused');
  });

  test('whose part was damaged on disk is found out, and comes whole at the next try', async () => {
    await pauseHalfway();
    const folder = await (await bed.store.folder()).getDirectoryHandle('tiny');
    const part = await (await folder.getFileHandle('tiny.gguf.part')).getFile();
    const bytes = new Uint8Array(await part.arrayBuffer());
    bytes[1000] = (bytes[1000] ?? 0) ^ 1;
    const out = await (await folder.getFileHandle('tiny.gguf.part')).createWritable();
    await out.write(bytes);
    await out.close();
    const { end } = await bed.download();
    expect(end.model?.sha256).toBe(await sha256Of(bed.weights));
    expect(bed.server.ranges.at(-1)).toBeNull();
  });
});
