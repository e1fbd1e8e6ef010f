import type { Page, Worker } from 'playwright-core';

/** Whether a worker is that of the engine `webLlm`. */
export const isMlcWorker = (worker: Worker): boolean => worker.url().includes('/webLlm');

/** Takes the newest one's device away the next time that it computes. */
export async function destroyDevice(page: Page): Promise<void> {
  const worker = page.workers().findLast(isMlcWorker);
  if (worker === undefined) throw new Error('the engine has no worker');
  await worker.evaluate(
    () =>
      new Promise<void>((found) => {
        const { createCommandEncoder } = GPUDevice.prototype;
        GPUDevice.prototype.createCommandEncoder = function (...wishes) {
          GPUDevice.prototype.createCommandEncoder = createCommandEncoder;
          // Once this was answered: the app may end the worker at once.
          setTimeout(() => this.destroy(), 50);
          found();
          return createCommandEncoder.apply(this, wishes);
        };
      }),
  );
}

/** Takes its device away from one that has only begun, as soon as it has one. */
export async function destroyFirstDevice(worker: Worker): Promise<void> {
  await worker.evaluate(
    () =>
      new Promise<void>((found) => {
        const { requestDevice } = GPUAdapter.prototype;
        GPUAdapter.prototype.requestDevice = async function (...wishes) {
          const device = await requestDevice.apply(this, wishes);
          setTimeout(() => device.destroy(), 5);
          found();
          return device;
        };
      }),
  );
}
