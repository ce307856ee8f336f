/** Lays out all orders of a pack: each once, however many files and copies it is printed in. */
import { type Diagnostic, formatDiagnostic, hasErrors } from '../diagnostic.js';
import type { SheetOrder } from '../plan/order.js';
import type { Sheet } from './frame.js';
import { kindsOf, type SheetKind } from './kinds.js';
import type { LayoutLibrary } from './library.js';
import { type Desk, layOut, sizeOf } from './sheets.js';

export function layOutOrders(orders: readonly SheetOrder[], library: LayoutLibrary, desk: Desk) {
  const of = new Map<SheetOrder, readonly Sheet[]>();
  const diagnostics: Diagnostic[] = [];
  const found = new Map<string, ReturnType<LayoutLibrary['find']>>();
  const find = (name: string, kinds: readonly SheetKind[]) => {
    const key = [name, ...kinds].join(' ');
    const layout = found.get(key) ?? library.find(name, kinds);
    if (!found.has(key)) diagnostics.push(...layout.diagnostics);
    found.set(key, layout);
    return layout.layout;
  };
  for (const order of orders) {
    if (of.has(order)) continue;
    const plain = find(order.layout, []);
    const size = plain && sizeOf(order, plain);
    const kinds: SheetKind[] = [...desk.kinds, ...(order.kinds ?? []), ...(size ? kindsOf(size) : [])];
    const layout = find(order.layout, kinds);
    if (!layout) continue;
    const lay = () => {
      const laid = layOut(order, layout, desk);
      const crowded =
        hasErrors(laid.diagnostics) && layout.alternatives
          ? find(order.layout, [...kinds, 'crowded'])
          : undefined;
      const other = crowded && layOut(order, crowded, desk);
      return other && !hasErrors(other.diagnostics) ? other : laid;
    };
    // Diagnostics name lines of the session, which may have moved.
    const laid = desk.once(
      () => ['sheets', order],
      lay,
      ({ diagnostics }) => diagnostics.length === 0,
    );
    of.set(order, laid.sheets);
    diagnostics.push(...laid.diagnostics);
  }
  return { of, diagnostics: saidOnce(diagnostics, desk.where([]).file) };
}

/** The same slip comes back on many sheets: it is said once at each place of the session, and once for all layouts. */
function saidOnce(diagnostics: readonly Diagnostic[], sessionFile: string): Diagnostic[] {
  const said = new Set<string>();
  return diagnostics.filter(diagnostic => {
    const line = formatDiagnostic(diagnostic);
    const known = said.has(line) || (diagnostic.place?.file !== sessionFile && said.has(diagnostic.message));
    said.add(line).add(diagnostic.message);
    return !known;
  });
}
