/** What the dashboard reads of the main API (`/api/v1/openapi.json` has the whole of it). */
export interface Tokens {
  accessToken: string;
  refreshToken: string;
}

export interface Chatbot {
  id: string;
  name: string;
}

/** One of each bucket of the time, oldest first; `date` is its first day, `YYYY-MM-DD`. */
type Timeline<Figures> = ReadonlyArray<Figures & { date: string }>;

export interface MessageFigures {
  total: number;
  userMessages: number;
  botMessages: number;
  agentMessages: number;
  timeline: Timeline<{ userMessages: number; botMessages: number; agentMessages: number }>;
}

export interface UserFigures {
  total: number;
  newUsers: number;
  returningUsers: number;
  timeline: Timeline<{ newUsers: number; returningUsers: number }>;
}

export interface SessionFigures {
  total: number;
  /** Seconds. */
  averageDuration: number;
  averageMessages: number;
  timeline: Timeline<{ count: number }>;
}

export interface IntentFigures {
  total: number;
  outOfScope: number;
  intents: Array<{ intent: string; count: number; percentage: number }>;
}

interface QualitySums {
  latencyP50Ms: number | null;
  latencyP95Ms: number | null;
  averageConfidence: number | null;
  noContextRate: number;
  positiveRatings: number;
  negativeRatings: number;
  escalations: number;
}

export interface QualityFigures extends QualitySums {
  /** Replies. */
  total: number;
  timeline: Timeline<QualitySums & { count: number }>;
}

export interface UsageFigures {
  total: number;
  inputTokens: number;
  outputTokens: number;
  costUsd: number;
  unpricedReplies: number;
  models: Array<{ model: string; replies: number; inputTokens: number; outputTokens: number; costUsd: number }>;
  timeline: Timeline<{ inputTokens: number; outputTokens: number; costUsd: number }>;
}

export interface Insight {
  id: string;
  kind: 'trend' | 'finding';
  title: string;
  text: string;
  isSignificant: boolean;
  verdict: 'better' | 'worse' | 'more' | 'fewer' | null;
  items: ReadonlyArray<Readonly<Record<string, unknown>>>;
}

/** A request to the API that mends something. */
export interface SuggestedAction {
  title: string;
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  path: string;
  body?: Record<string, unknown>;
  /** Paths in the body that a person has to fill in, as `answer` or `items.0.content`. */
  fill?: readonly string[];
}

export interface Recommendation {
  id: string;
  title: string;
  text: string;
  turns: number;
  action: SuggestedAction;
}

export interface Insights {
  performanceInsights: Insight[];
  userInsights: Insight[];
  contentInsights: Insight[];
  recommendations: Recommendation[];
}

export interface LearningItem {
  id: string;
  type: string;
  source: string;
  status: 'pending' | 'approved' | 'rejected';
  data: {
    query?: string;
    response?: string;
    intent?: string;
    pattern?: string;
    entity?: { type: string; value: string };
    count?: number;
    examples?: string[];
  };
  appliedAt: string | null;
}

export interface PreviewedAnswer {
  text: string;
  confidence: number;
}

export interface LearningPreview {
  questions: number;
  changes: Array<{ query: string; before: PreviewedAnswer; after: PreviewedAnswer }>;
}
