/** Circles of citations: strongly connected components (Tarjan), without recursion, linear in nodes and edges. */

/** Groups of two or more nodes that lead to each other; each group and the groups in the order of the nodes. */
export function circles(count: number, targets: readonly (readonly number[])[]): number[][] {
  const index = new Int32Array(count).fill(-1)
  const low = new Int32Array(count)
  const onStack = new Uint8Array(count)
  const next = new Int32Array(count)
  const stack: number[] = []
  const groups: number[][] = []
  let clock = 0
  for (let root = 0; root < count; root++) {
    if (index[root] !== -1) continue
    const path = [root]
    while (path.length) {
      const node = path.at(-1)!
      if (index[node] === -1) {
        index[node] = low[node] = clock++
        stack.push(node)
        onStack[node] = 1
      }
      const target = targets[node]![next[node]!++]
      if (target !== undefined) {
        if (index[target] === -1) path.push(target)
        else if (onStack[target]) low[node] = Math.min(low[node]!, index[target]!)
        continue
      }
      path.pop()
      const parent = path.at(-1)
      if (parent !== undefined) low[parent] = Math.min(low[parent]!, low[node]!)
      if (low[node] === index[node]) take(stack, node, onStack, groups)
    }
  }
  return groups.sort((a, b) => a[0]! - b[0]!)
}

function take(stack: number[], root: number, onStack: Uint8Array, groups: number[][]): void {
  const group = stack.splice(stack.lastIndexOf(root))
  for (const node of group) onStack[node] = 0
  if (group.length > 1) groups.push(group.sort((a, b) => a - b))
}
