import type { Message } from '../catalogue';

export const fieldMessages = {
} as const satisfies Record<string, Message>;
