import { Failure } from '../../problems/Failure';
import type { GpuFacts } from '../shared/gpu/GpuFacts';
import type { MlcFolder } from './readMlcFolder';
import { mostTensorBytes } from './reviewGpu';

/** Throws the Failure that keeps this model from running on this GPU. */
export function reviewFolder(folder: MlcFolder, gpu: GpuFacts, model: string): void {
  // Of the libraries that need it only some say so, and the others fail late and in other words.
  if (needsF16(folder) && !gpu.shaderF16)
    throw new Failure('gpu.noF16', { model, twin: f32Twin(folder.libraryName) });
  const most = mostTensorBytes(gpu);
  if (folder.largestTensorBytes > most) {
    throw new Failure('gpu.tensorTooLarge', {
      model,
      size: mebibytes(folder.largestTensorBytes),
      most: mebibytes(most),
    });
  }
}

/** Whether a compiled model computes with 16-bit numbers, by the names that MLC gives such ones: `q4f16_1`. */
export function needsF16({ config, libraryName }: Pick<MlcFolder, 'config' | 'libraryName'>): boolean {
  return /f16/.test(config.quantization ?? libraryName);
}

/** `Qwen3-0.6B-q4f32_1-MLC` of `Qwen3-0.6B-q4f16_1_cs1k-webgpu.wasm` and `Qwen3-0.6B-q4f16_1-MLC`. */
export function f32Twin(name: string): string {
  return name.replace(/f16/g, 'f32').replace(/(?:[-_](?:ctx|cs|sw)\w*)*[-_]webgpu\.wasm$/, '-MLC');
}

function mebibytes(bytes: number): string {
  return `${Math.ceil(bytes / 1024 ** 2).toLocaleString('en')} MiB`;
}
