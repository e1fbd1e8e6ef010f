import type { GpuNews } from './MlcProtocol';

/**
 * Tells of every GPU device that is had from now on when it is lost, and what it finds wrong that nobody waits for. The
 * library writes both to the console and goes on: what it waits for then may never come, and its numbers may be wrong.
 */
export function watchDevices(tell: (news: GpuNews) => void): void {
  if (typeof GPUAdapter === 'undefined') return;
  const { requestDevice } = GPUAdapter.prototype;
  GPUAdapter.prototype.requestDevice = async function (this: GPUAdapter, ...wishes) {
    const device = await requestDevice.apply(this, wishes);
    void device.lost.then(({ reason, message }) =>
      tell({ kind: 'gpuLost', content: `${reason} ${message}` }),
    );
    device.addEventListener('uncapturederror', ({ error }) =>
      tell({ kind: 'gpuFault', content: `${error.constructor.name}: ${error.message}` }),
    );
    return device;
  };
}
