import type { Message } from '../catalogue';

export const checkMessages = {
} as const satisfies Record<string, Message>;
