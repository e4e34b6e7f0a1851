/** Who gets the next conversation: least busy by capacity, then longest without a new one. */
export interface AgentLoad {
  userId: string;
  displayName: string;
  capacity: number;
  isAvailable: boolean;
  openCount: number;
  lastAssignedAt: Date | null;
}

export function chooseAgent(agents: readonly AgentLoad[]): AgentLoad | undefined {
  return agents.filter((agent) => agent.isAvailable && hasRoom(agent)).sort(byLoad)[0];
}

export function hasRoom({ openCount, capacity }: Pick<AgentLoad, 'openCount' | 'capacity'>): boolean {
  return openCount < capacity;
}

function byLoad(a: AgentLoad, b: AgentLoad): number {
  return (
    a.openCount / a.capacity - b.openCount / b.capacity ||
    (a.lastAssignedAt?.getTime() ?? 0) - (b.lastAssignedAt?.getTime() ?? 0) ||
    (a.userId < b.userId ? -1 : 1)
  );
}
