import { proxy, transfer } from 'comlink';
import type { InferenceApi } from '../../workers/inference';
import { readDeviceReport } from '../engines/device/readDeviceReport';
import type { DeviceChecks } from './DeviceChecks';
import { loadingPatienceSeconds, startInference, startInferenceWorker, type Inference } from './inference';
import { start, unlessStopped } from './Started';
import { drawingPatienceSeconds, startGeneration } from './startWorker';
import { useWriter } from './useWriter';
import { unlessLost } from './watchWorker';

export const checkDevice: DeviceChecks = {
  report: readDeviceReport,

  selfTest(writer, signal, onStep) {
    const inference = start<InferenceApi>(startInferenceWorker());
    return useWriter(writer, { kind: 'check' }, () =>
      unlessStopped(
        signal,
        () =>
          unlessLost(inference, loadingPatienceSeconds, 'device.writerEnded', () =>
            inference.api.selfTest(writer, proxy(onStep)),
          ),
        inference.end,
      ),
    );
  },

  rehearse({ document, writer, options }, signal, onProgress) {
    const generation = startGeneration();
    let inference: Inference | undefined;
    const startWriter = async (): Promise<MessagePort> => {
      inference = await startInference(writer, options);
      if (signal.aborted) inference.stop();
      return transfer(inference.port, [inference.port]);
    };
    return useWriter(writer, { kind: 'check' }, () =>
      unlessStopped(
        signal,
        () =>
          unlessLost(generation, drawingPatienceSeconds, 'generation.workerEnded', () =>
            generation.api.rehearse(document, proxy(startWriter), proxy(onProgress)),
          ),
        () => {
          inference?.stop();
          generation.end();
        },
      ),
    );
  },
};
