export function shut(node: unknown, deep: number): unknown;
export function late(node: unknown): unknown;
