import type { Message } from '../catalogue';

export const storageMessages = {
} as const satisfies Record<string, Message>;
