using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL.Types;

namespace Cwa.Graph;

/// <summary>Adds the schema and the services that it reads with.</summary>
internal static class CwaGraph
{
    public static void AddCwaGraph(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<IGraphTypeMappingProvider, VerbMappings>();
        builder.Services.AddGraph<CwaSchema>(builder.Configuration);
        builder.Services.AddScoped<RequestContexts>();
        builder.Services.AddScoped<OpenDbContext>(s => s.GetRequiredService<RequestContexts>().Create);
        builder.Services.AddSingleton<IsAway>(fault =>
            (fault is CommitUnansweredException, DatabaseFault.IsAway(fault)) switch
            {
                (true, true) => Away.OutcomeUnknown,
                (true, false) => Away.BrokenOff,
                (false, true) => Away.NothingDone,
                (false, false) => Away.No,
            }
        );
        builder.Services.AddSingleton<PublishedDocuments>(PublishedOperations.Texts);
        builder.Services.AddSingleton<RecordClock>().AddSingleton<TextGate>();
        builder.Services.AddSingleton<ReadPlace>(s =>
        {
            var (change, clock) = (s.GetRequiredService<LastChange>(), s.GetRequiredService<RecordClock>());
            return async () => await change.ReadAsync() is { } place ? $"{clock.Day} {place}" : null;
        });
        builder.Services.AddSingleton<IReplica>(s =>
            s.GetService<Replica>() is { } replica ? new FollowedReplica(replica) : null!
        );
        builder.Services.AddTransient(_ => new ComparableOperations<ReportMonth>("YearMonth"));
        builder.Services.AddScoped<Snapshots>();
        builder.Services.AddScoped<ComplaintTrends>();
        builder.Services.AddScoped<CarryOvers>();
        builder.Services.AddScoped<ComplaintGrowth>();
        builder.Services.AddScoped<ComplaintReturns>();
        builder.Services.AddScoped<ProblemProgressReader>();
        builder.Services.AddScoped<ProblemSigns>();
        builder.Services.AddScoped<ReportsToday>();
        builder.Services.AddScoped<Scorecards>().AddScoped<ScorecardByAgency>();
        builder.Services.AddScoped<ReachReader>();
        builder.Services.AddScoped<EventCounting>();
        builder.Services.AddScoped<ProblemSolvingTotalsReader>();
        builder.Services.AddScoped<AnnualResultCounting>();
        builder.Services.AddScoped<FindingProgressReader>();
        builder.Services.AddScoped<PriorityReader>();
        builder.Services.AddScoped<PromisesKeptReader>();
        builder.Services.AddScoped(typeof(EarlierVersions<>));
        builder.Services.AddScoped<VerbRunner>();
        builder.Services.AddSingleton<Servers>();
        builder.Services.AddSingleton<ServerCount>(s =>
        {
            var servers = s.GetRequiredService<Servers>();
            return () => servers.Count;
        });
        builder.Services.AddSingleton<FeedMetrics>().AddSingleton<FeedTail>().AddHostedService<FeedTailing>();
        foreach (var loader in BatchLoaders())
            builder.Services.AddScoped(loader);
    }

    private static IEnumerable<Type> BatchLoaders() =>
        typeof(CwaGraph)
            .Assembly.GetTypes()
            .Where(t =>
                t is { IsAbstract: false, IsPublic: true, IsGenericType: false, BaseType.IsGenericType: true }
                && (
                    t.BaseType.GetGenericTypeDefinition() == typeof(BatchLoader<,>)
                    || t.BaseType.GetGenericTypeDefinition() == typeof(OnlyChild<>)
                )
            );
}
