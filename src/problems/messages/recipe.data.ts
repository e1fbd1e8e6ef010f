import type { Message } from '../catalogue';

export const recipeMessages = {
} as const satisfies Record<string, Message>;
