import { Workbox } from 'workbox-window';

interface Parts {
  readonly shell: boolean;
  readonly engine: boolean;
  readonly writer: boolean;
}

export type OfflineState = 'unknown' | 'preparing' | 'ready' | 'unavailable';

const askAgainMs = 2_000;

/** Whether the app opens without a network, as the service worker itself answers; never assumed. */
export class Offline {
  state = $state<OfflineState>('unknown');
  parts = $state.raw<Parts>({ shell: false, engine: false, writer: false });
  updateWaits = $state(false);
  #workbox: Workbox | undefined;

  async start(): Promise<void> {
    if (!('serviceWorker' in navigator) || !import.meta.env.PROD) {
      this.state = 'unavailable';
      return;
    }
    const workbox = new Workbox('/sw.js', { type: 'classic' });
    this.#workbox = workbox;
    workbox.addEventListener('waiting', () => (this.updateWaits = true));
    try {
      await workbox.register();
    } catch {
      this.state = 'unavailable';
      return;
    }
    this.state = 'preparing';
    for (let tries = 0; tries < 90 && this.state === 'preparing'; tries++) {
      if (await this.#ask()) this.state = 'ready';
      else await new Promise((done) => setTimeout(done, askAgainMs));
    }
  }

  /** Reloads with the new version once it has taken over. */
  update(): void {
    this.#workbox?.addEventListener('controlling', () => location.reload());
    this.#workbox?.messageSkipWaiting();
  }

  async #ask(): Promise<boolean> {
    const worker =
      navigator.serviceWorker.controller ?? (await navigator.serviceWorker.getRegistration())?.active;
    if (!worker) return false;
    const parts = await new Promise<Parts | null>((done) => {
      const { port1, port2 } = new MessageChannel();
      const late = setTimeout(() => done(null), askAgainMs);
      port1.onmessage = ({ data }) => {
        clearTimeout(late);
        done(data as Parts);
      };
      worker.postMessage({ type: 'READY?' }, [port2]);
    });
    if (parts === null) return false;
    this.parts = parts;
    return parts.shell && parts.engine && parts.writer;
  }
}
