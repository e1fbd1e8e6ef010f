import type { Message } from '../catalogue';

export const importerMessages = {
} as const satisfies Record<string, Message>;
