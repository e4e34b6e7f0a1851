/** A sealed key opens for the team that it was stored for only. */
export function credentialContext(teamId: string): string {
  return `models.credentials:${teamId}`;
}
