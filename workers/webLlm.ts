/// <reference lib="webworker" />
import { serveMlc } from '../src/engines/webLlm/serveMlc';

declare const self: DedicatedWorkerGlobalScope;

serveMlc(self);
