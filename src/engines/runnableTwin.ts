import type { ModelCard } from './Engine';
import type { GpuFacts } from './shared/gpu/GpuFacts';
import { ModelStore } from './store/ModelStore';
import { ownModelCard } from './store/ownModelCard';
import type { MlcAbout, StoredModel } from './store/StoredModel';

/**
 * The writer itself; where it computes with 16-bit numbers and the GPU has none, the same one with 32-bit numbers if
 * that is on this device, too.
 */
export async function runnableTwin(
  card: ModelCard,
  gpu: GpuFacts | null,
  store: Pick<ModelStore, 'find' | 'list'> = new ModelStore(),
): Promise<ModelCard> {
  if (card.engine !== 'webLlm' || gpu === null || gpu.shaderF16) return card;
  const model = await store.find(card.file);
  const about = model === null ? null : mlcAbout(model);
  if (about === null || !about.quantisation.includes('f16')) return card;
  const wanted = about.quantisation.replace('f16', 'f32');
  const twin = (await store.list()).find((other) => {
    const found = mlcAbout(other);
    return found?.name === about.name && found.quantisation === wanted;
  });
  return twin === undefined ? card : ownModelCard(twin);
}

function mlcAbout({ about }: StoredModel): MlcAbout | null {
  return 'quantisation' in about ? about : null;
}
