import type { Page, Worker } from 'playwright-core';

/** Whether a worker is that of the engine `webLlm`. */
export const isMlcWorker = (worker: Worker): boolean => worker.url().includes('/webLlm');

/** Has every such worker to come keep the GPU's device that it gets. */
export function keepDevices(page: Page): void {
  page.on('worker', (worker) => {
    if (isMlcWorker(worker)) worker.evaluate(keepDevice).catch(() => undefined);
  });
}

/** Takes its device away from one, the newest if none is given, as soon as it has one. */
export async function destroyDevice(
  page: Page,
  worker = page.workers().findLast(isMlcWorker),
): Promise<void> {
  if (worker === undefined) throw new Error('the engine has no worker');
  await worker.evaluate(async () => {
    const scope = self as unknown as { device?: GPUDevice };
    while (scope.device === undefined) await new Promise((resolve) => setTimeout(resolve, 5));
    scope.device.destroy();
  });
}

function keepDevice(): void {
  const { requestDevice } = GPUAdapter.prototype;
  GPUAdapter.prototype.requestDevice = async function (...wishes) {
    const device = await requestDevice.apply(this, wishes);
    Object.assign(self, { device });
    return device;
  };
}
