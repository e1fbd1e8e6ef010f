import { WebWorkerMLCEngineHandler } from '@mlc-ai/web-llm';
import type { MlcRequest, ScoreContent, ScoreResponse } from './MlcProtocol';
import { scoreText, type MlcInside } from './scoreText';
import { watchDevices } from './watchDevices';

/**
 * The worker's side: the library answers its own messages; texts are scored, and what becomes of the GPU is told, beside
 * them.
 */
export function serveMlc(scope: DedicatedWorkerGlobalScope): void {
  watchDevices((news) => scope.postMessage(news));
  const handler = new WebWorkerMLCEngineHandler();
  const answer = async (uuid: string, content: ScoreContent): Promise<void> => {
    const response = await score(handler, content, () => scope.postMessage({ kind: 'tokenScored' })).then(
      (found): ScoreResponse => ({ kind: 'return', uuid, content: found }),
      (cause: unknown): ScoreResponse => ({ kind: 'throw', uuid, content: String(cause) }),
    );
    scope.postMessage(response);
  };
  scope.onmessage = (event: MessageEvent<MlcRequest>) => {
    const { data } = event;
    if (data.kind === 'score') void answer(data.uuid, data.content);
    else handler.onmessage(event);
  };
}

async function score(
  { engine }: WebWorkerMLCEngineHandler,
  content: ScoreContent,
  onToken: () => void,
): Promise<ScoreResponse['content']> {
  const { loadedModelIdToPipeline } = engine as unknown as {
    loadedModelIdToPipeline?: Map<string, MlcInside>;
  };
  const inside = loadedModelIdToPipeline?.get(content.modelId);
  if (typeof inside?.tokenizer?.encode !== 'function')
    throw new Error('ScoreError: the library has changed inside');
  return scoreText(engine, inside, content, onToken);
}
