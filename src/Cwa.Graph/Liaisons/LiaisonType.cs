using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL.DataLoader;

namespace Cwa.Graph;

/// <summary>A designation of a primary liaison.</summary>
[SignedIn]
public sealed class LiaisonType() : NodeType<Liaison>(l => l.AgencyId, l => l.NameSearch, l => l.CurrentId)
{
    /// <summary>The agency that designated the person.</summary>
    public static IDataLoaderResult<Agency> Agency(Liaison liaison, ById<Agency> agencies) =>
        agencies.Load(liaison.AgencyId);

    /// <summary>What it said before it was corrected, the newest first; at most 20.</summary>
    [ListSize(CorrectableRecord.MostEarlier)]
    public static IDataLoaderResult<IReadOnlyList<Liaison>> Earlier(Liaison record, EarlierVersions<Liaison> earlier) =>
        earlier.Load(record.Id);
}

/// <summary>The liaison who speaks for an agency, and which agency designated them.</summary>
/// <param name="Liaison">The person to write to or call.</param>
/// <param name="InheritedFrom">The agency above that designated the liaison for its components as well; null for the
/// agency's own liaison.</param>
public sealed record EffectiveLiaison(Liaison Liaison, Agency? InheritedFrom);

/// <inheritdoc cref="EffectiveLiaison"/>
[SignedIn]
public sealed class EffectiveLiaisonType : ObjectType<EffectiveLiaison>;
