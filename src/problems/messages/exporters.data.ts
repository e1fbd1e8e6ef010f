import type { Message } from '../catalogue';

export const exporterMessages = {
} as const satisfies Record<string, Message>;
