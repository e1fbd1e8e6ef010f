import { expect, test } from 'vitest';
import { embeddedWriter } from '../../../src/engines/models';
import { verifyModel } from '../../../src/engines/readModelFiles';

// Published by NIST for the three bytes of "abc" (FIPS 180-2, appendix B.1).
const sha256 = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
const card = { ...embeddedWriter, label: 'Small', sha256 };
const bytes = (text: string): ArrayBuffer => new TextEncoder().encode(text).buffer as ArrayBuffer;

test('a model whose bytes are those of its card may be used', async () => {
  await expect(verifyModel(card, bytes('abc'))).resolves.toBeUndefined();
});

test('a model with one changed byte is refused by name', async () => {
  await expect(verifyModel(card, bytes('abd'))).rejects.toMatchObject({
    problem: { code: 'device.modelDamaged', values: { model: 'Small' } },
  });
});
