import type { Message } from '../catalogue';

export const generationMessages = {
} as const satisfies Record<string, Message>;
