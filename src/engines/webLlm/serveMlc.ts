import { WebWorkerMLCEngineHandler } from '@mlc-ai/web-llm';
import { watchDevices } from './watchDevices';

/** The worker's side: the library answers its own messages; what becomes of the GPU is told beside them. */
export function serveMlc(scope: DedicatedWorkerGlobalScope): void {
  watchDevices((news) => scope.postMessage(news));
  const handler = new WebWorkerMLCEngineHandler();
  scope.onmessage = (event: MessageEvent) => handler.onmessage(event);
}
