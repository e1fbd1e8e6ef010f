import { WebWorkerMLCEngineHandler } from '@mlc-ai/web-llm';
import type { GpuNews } from './MlcProtocol';

/** The worker's side: the library answers its own messages; what becomes of the GPU is told beside them. */
export function serveMlc(scope: DedicatedWorkerGlobalScope): void {
  const tell = (news: GpuNews): void => scope.postMessage(news);
  watchDevices(tell);
  const handler = new WebWorkerMLCEngineHandler();
  scope.onmessage = (event: MessageEvent) => handler.onmessage(event);
}

/** The library writes both to the console and waits on: a promise to a lost GPU never settles. */
function watchDevices(tell: (news: GpuNews) => void): void {
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
