import type { DeviceReport } from '../../engines/device/DeviceReport';
import type { GpuFacts } from '../../engines/shared/gpu/GpuFacts';
import { gpuName } from '../../engines/shared/gpu/gpuName';
import { whyNoGpu } from '../../engines/shared/gpu/whyNoGpu';
import type { ComparedWith, SelfTest } from '../../engines/selfTest/SelfTest';
import type { SelfTestStep } from '../../engines/selfTest/runSelfTest';
import type { TimeNeeded } from '../../evaluation/rehearsal/Rehearsal';
import { sentence } from '../../problems/describe';
import { bytes, count, counted, rounded } from './count';
import { about } from './duration';

/** What cannot be had of the GPU here, and why; empty where nothing stands in the way. */
function gpuWords(gpu: GpuFacts | null): string {
  const why = whyNoGpu(gpu);
  if (gpu === null) return ' No graphics processor can be used, because this browser offers none.';
  if (why === undefined) return '';
  const what = gpu.isFallback
    ? 'No graphics processor can be used'
    : 'Not every writer can use the graphics processor';
  return ` ${what}, because ${sentence(why)}.`;
}

export function placeWords(backend: string): string {
  return /gpu/i.test(backend) ? 'the graphics processor' : 'the processor';
}

/** "about 480 tokens a second"; under ten with one digit behind the point. */
export function speedWords(tokensPerSecond: number): string {
  const shown = tokensPerSecond < 10 ? tokensPerSecond.toFixed(1) : count(round(tokensPerSecond));
  return `about ${shown} tokens a second`;
}

/** To two digits: the next measurement gives other ones behind them. */
function round(value: number): number {
  return Number(value.toPrecision(2));
}

/** What this machine does, in one or two sentences, from what was measured last with the chosen writer. */
export function deviceHeadline(
  device: DeviceReport,
  test: SelfTest | null,
  tokensPerSecond: number | null,
  othersMeasured = false,
): string {
  const gpu = gpuWords(device.gpu);
  if (test === null) {
    const what = othersMeasured ? 'The chosen writer has not' : 'Nothing has';
    return `${what} been measured on this device yet.${gpu}`;
  }
  const { facts } = test;
  const place = placeWords(facts.backend);
  if (!test.passed) return `The writer failed its check on ${place} of this device.${gpu}`;
  const threads = facts.backend === 'CPU' ? `, with ${counted(facts.threads, 'thread')}` : '';
  const why = gpu === '' && facts.whyCpu !== undefined ? `, because ${sentence(facts.whyCpu)}` : '';
  const speed = speedWords(tokensPerSecond ?? test.tokensPerSecond);
  return `This machine writes ${speed} on ${place}${threads}${why}.${gpu}`;
}

const comparedWords: Readonly<Record<ComparedWith, string>> = {
  recording: 'what this model is known to write',
  processor: 'what it writes on the processor',
  itself: 'what it writes a second time, one text at a time',
};

/** What a self-test found, for its cell in the table. A model held against itself alone may be wrong both times. */
export function testWords({ verdict, comparedWith, agreement }: SelfTest): string {
  const yes = comparedWith === 'itself' ? 'As far as can be told' : 'Yes';
  switch (verdict) {
    case 'same':
      return `${yes}: word for word ${comparedWords[comparedWith]}`;
    case 'close':
      return `${yes}: ${Math.round(agreement * 100)}% of the words are ${comparedWords[comparedWith]}; rounding explains the rest`;
    case 'different':
      return `No: other words than ${comparedWords[comparedWith]}`;
    case 'implausible':
      return 'No: it finds plain English no likelier than the same words in disorder';
    case 'unreadable':
      return 'No: it wrote no words';
    case 'ended':
      return 'No: it stopped by itself, or came to a standstill';
  }
}

export function stepWords(step: SelfTestStep): string {
  return {
    loading: 'Waking the writer',
    writing: 'It writes texts whose right words are known',
    comparing: 'Comparing them',
  }[step];
}

/** "about 31 seconds (25 to 36 seconds)"; without an interval where there is none to speak of. */
export function timeWords({ milliseconds, low, high }: TimeNeeded): string {
  if (milliseconds < 10_000 || high - low < milliseconds * 0.02) return about(milliseconds);
  // In the unit of the interval: rounded as people do, it could lie beside it.
  const [name, size] = unitOf(high);
  return `about ${counted(Math.max(1, Math.round(milliseconds / size)), name)} (${between(low, high)})`;
}

const units = [
  ['second', 1000, 100],
  ['minute', 60_000, 100],
  ['hour', 3_600_000, Infinity],
] as const;

function unitOf(milliseconds: number): (typeof units)[number] {
  return units.find(([, ms, most]) => milliseconds / ms < most) ?? units[2];
}

/** "25 to 36 seconds": both ends in the unit that suits the longer one, the least one that is not nothing. */
function between(low: number, high: number): string {
  const [name, size] = unitOf(high);
  const [from, to] = [Math.max(1, Math.floor(low / size)), Math.max(1, Math.ceil(high / size))];
  return from === to ? `under ${counted(to + 1, name)}` : `${count(from)} to ${counted(to, name)}`;
}

/** The facts of the device report, a name and a value each. */
export function deviceFacts(device: DeviceReport): readonly (readonly [name: string, value: string])[] {
  const { wasmFeatures: wasm, gpu } = device;
  const has = Object.entries({
    SIMD: wasm.simd,
    'relaxed SIMD': wasm.relaxedSimd,
    threads: wasm.threads,
    '64-bit memory': wasm.memory64,
    exceptions: wasm.exceptions,
    JSPI: wasm.jspi,
  });
  const list = (of: boolean): string =>
    has
      .filter(([, there]) => there === of)
      .map(([name]) => name)
      .join(', ');
  return [
    ['Browser', device.browser],
    ['Processor cores', count(device.cores)],
    [
      'Threads that share memory',
      device.threads
        ? 'Yes'
        : device.isolated
          ? 'No: the browser has none'
          : 'No: the page was served without isolation headers',
    ],
    [
      'Memory',
      device.memoryGiB === null
        ? 'The browser does not say'
        : `About ${rounded(device.memoryGiB)} GB; browsers round it`,
    ],
    ['Memory for a writer (WebAssembly)', `up to ${bytes(device.wasmMemoryMiB * 1024 ** 2)}`],
    ['WebAssembly can do', list(true) || 'Nothing beyond its first version'],
    ...(list(false) === '' ? [] : [['WebAssembly cannot do', list(false)] as const]),
    ...(gpu === null ? [['Graphics processor (WebGPU)', 'None offered'] as const] : gpuLines(gpu)),
  ];
}

function gpuLines(gpu: GpuFacts): readonly (readonly [string, string])[] {
  const { limits } = gpu;
  return [
    ['Graphics processor (WebGPU)', gpuName(gpu)],
    [
      'Kind',
      gpu.isFallback
        ? 'Imitated by the CPU'
        : gpu.isCompatibility
          ? 'Reached through an older interface'
          : 'Hardware',
    ],
    ['16-bit numbers (shader-f16)', gpu.shaderF16 ? 'Yes' : 'No'],
    ['Subgroups', gpu.subgroups ? 'Yes' : 'No'],
    ['Largest buffer', bytes(limits.maxBufferSize)],
    ['Largest buffer in a shader', bytes(limits.maxStorageBufferBindingSize)],
    ['Buffers in a shader', count(limits.maxStorageBuffersPerShaderStage)],
    ['Memory of a workgroup', bytes(limits.maxComputeWorkgroupStorageSize)],
    ['Threads of a workgroup', count(limits.maxComputeInvocationsPerWorkgroup)],
  ];
}
