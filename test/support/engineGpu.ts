import type { Page, Worker } from 'playwright-core';

/** Whether a worker is that of the engine `webLlm`. */
export const isMlcWorker = (worker: Worker): boolean => worker.url().includes('/webLlm');

/** Has every such worker to come keep the GPU's device that it gets. */
export function keepDevices(page: Page): void {
  page.on('worker', (worker) => {
    if (isMlcWorker(worker)) worker.evaluate(keepDevice).catch(() => undefined);
  });
}

/** Takes the device away from the newest, as a browser does that is short of memory. */
export async function destroyDevice(page: Page): Promise<void> {
  const worker = page.workers().findLast(isMlcWorker);
  if (worker === undefined) throw new Error('the engine has no worker');
  await worker.evaluate(() => (self as unknown as { device: GPUDevice }).device.destroy());
}

function keepDevice(): void {
  const { requestDevice } = GPUAdapter.prototype;
  GPUAdapter.prototype.requestDevice = async function (...wishes) {
    const device = await requestDevice.apply(this, wishes);
    Object.assign(self, { device });
    return device;
  };
}
