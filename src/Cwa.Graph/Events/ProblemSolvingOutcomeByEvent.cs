using Cwa.Graph.Engine;
using Cwa.Model;

namespace Cwa.Graph;

/// <summary>What a problem-solving day achieved.</summary>
public sealed class ProblemSolvingOutcomeByEvent(IVisibility visibility, QueryCache queries)
    : OnlyChild<ProblemSolvingOutcome>(visibility, queries, o => o.EventId);
