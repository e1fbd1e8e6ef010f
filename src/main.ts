import { createApp } from './app/createApp';
import { createBridge } from './bridge/createBridge';
import { openStore } from './storage/openStore';

const target = document.getElementById('app');
if (target !== null)
  createApp({ target, bridge: createBridge(), store: await openStore().catch(() => null) });
