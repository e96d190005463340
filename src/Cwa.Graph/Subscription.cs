using Cwa.Graph.Engine;

namespace Cwa.Graph;

/// <summary>What is told as it happens.</summary>
public sealed class Subscription() : RootType(typeof(MonthlyReportSubscriptions), typeof(FeedSubscriptions));
