using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL;
using GraphQL.DataLoader;

namespace Cwa.Graph;

/// <summary>What happened, and to what: a report submitted, a liaison designated, an annual report published.</summary>
[SignedIn]
public sealed class FeedEntryType()
    : ObjectType<FeedEntry>(e => e.Id, e => e.Sequence, e => e.AgencyId, e => e.SubjectId)
{
    /// <summary>The agency that the entry concerns; null if it concerns all.</summary>
    public static IDataLoaderResult<Agency?>? Agency(FeedEntry entry, ById<Agency> agencies) =>
        agencies.Find(entry.AgencyId);

    /// <summary>The record that the entry announces, as it stands now; null if it no longer exists.</summary>
    [OutputType(typeof(NodeInterface))]
    public static IDataLoaderResult? Subject(FeedEntry entry, IResolveFieldContext context) =>
        NodeQueries.Load(context, FeedSubjects.TypeOf(entry.Kind), entry.SubjectId);
}

/// <summary>What the feed can be filtered by.</summary>
public sealed class FeedEntryTerms : ListTerms<FeedEntry>
{
    /// <summary>In the order in which things happened.</summary>
    public FeedEntryTerms()
        : base(e => e.RecordedAt)
    {
        Choice(e => e.Kind);
        Value(e => e.RecordedAt);
        Record(e => e.Agency, "The agency that the entry concerns.");
        Sort(e => e.Sequence);
        DefaultSort("sequence");
    }
}
