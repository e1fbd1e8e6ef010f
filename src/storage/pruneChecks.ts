import type { Database } from './database';
import type { RehearsalResult, SelfTestResult } from './records';

/** A browser is another device with each of its versions; a few are kept, so that one may come back. */
const keptDevices = 3;

type Result = Pick<SelfTestResult | RehearsalResult, 'device' | 'modelSha256'>;

/** Forgets the checks of other models than these, and of all devices but the latest few that this browser was. */
export async function pruneChecks(database: Database, models: readonly string[]): Promise<void> {
  const { selfTests, rehearsals } = database;
  await database.transaction('rw', selfTests, rehearsals, async () => {
    const [tests, rehearsed] = await Promise.all([selfTests.toArray(), rehearsals.toArray()]);
    const devices = latestDevices([
      ...tests.map(({ device, testedAt }) => ({ device, at: testedAt })),
      ...rehearsed.map(({ device, rehearsedAt }) => ({ device, at: rehearsedAt })),
    ]);
    const isStale = ({ device, modelSha256 }: Result): boolean =>
      !devices.has(device) || !models.includes(modelSha256);
    await selfTests.bulkDelete(
      tests.filter(isStale).map(({ device, modelSha256 }) => [device, modelSha256] as const),
    );
    await rehearsals.bulkDelete(
      rehearsed
        .filter(isStale)
        .map(({ workId, device, modelSha256 }) => [workId, device, modelSha256] as const),
    );
  });
}

function latestDevices(uses: readonly { readonly device: string; readonly at: number }[]): Set<string> {
  const newest = [...uses].sort((one, other) => other.at - one.at);
  return new Set([...new Set(newest.map(({ device }) => device))].slice(0, keptDevices));
}
