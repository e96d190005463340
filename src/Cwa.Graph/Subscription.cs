using Cwa.Graph.Engine;

namespace Cwa.Graph;

/// <summary>The subscriptions.</summary>
public sealed class Subscription() : RootType(typeof(MonthlyReportSubscriptions), typeof(FeedSubscriptions));
