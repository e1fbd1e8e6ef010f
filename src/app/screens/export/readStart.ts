/** The first characters of a stream, cut at a whole line; the rest is never asked for. */
export async function readStart(stream: ReadableStream<Uint8Array>, most: number): Promise<string> {
  const reader = stream
    .pipeThrough(new TextDecoderStream() as unknown as TransformStream<Uint8Array, string>)
    .getReader();
  let text = '';
  try {
    while (text.length < most) {
      const { done, value } = await reader.read();
      if (done) return text;
      text += value;
    }
    return text.slice(0, Math.max(text.lastIndexOf('\n', most) + 1, 0)) || `${text.slice(0, most)}…`;
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
