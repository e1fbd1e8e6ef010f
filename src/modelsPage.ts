import { createModelsApp } from './app/models/createModelsApp';
import { createDownloads } from './bridge/createDownloads';
import { createModelShelf } from './bridge/createModelShelf';
import { catalogue, modelHosts } from './engines/catalogue.data';
import { readDevice } from './engines/readDevice';

// This page may reach other hosts, so it has no door to the records: not even code that got in here by mistake would.
Object.defineProperty(globalThis, 'indexedDB', { value: undefined });

const target = document.getElementById('app');
if (target !== null)
  createModelsApp(target, {
    shelf: createModelShelf(),
    downloads: createDownloads(modelHosts),
    catalogue,
    hosts: modelHosts,
    readDevice,
  });
