using Cwa.Graph.Engine;
using Cwa.Model;

namespace Cwa.Graph;

/// <summary>What a problem-solving day or another event achieved.</summary>
public sealed class ProblemSolvingOutcomeByEvent(ReadScope reads)
    : OnlyChild<ProblemSolvingOutcome>(reads, o => o.EventId);
