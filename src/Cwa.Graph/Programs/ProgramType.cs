using Cwa.Graph.Engine;
using GraphQL.DataLoader;

namespace Cwa.Graph;

/// <summary>A program that engages customers throughout the year. Everyone may read it.</summary>
public sealed class ProgramType() : NodeType<Cwa.Model.Program>(p => p.AgencyId)
{
    /// <summary>The agency whose program it is.</summary>
    public static IDataLoaderResult<Cwa.Model.Agency> Agency(
        Cwa.Model.Program program,
        ById<Cwa.Model.Agency> agencies
    ) => agencies.Load(program.AgencyId);
}

/// <summary>What programs can be filtered and ordered by.</summary>
public sealed class ProgramTerms : ListTerms<Cwa.Model.Program>
{
    /// <summary>By default, ordered by the first day.</summary>
    public ProgramTerms()
        : base(p => p.UpdatedAt)
    {
        Value(p => p.StartsOn);
        Value(p => p.EndsOn);
        Record(p => p.Agency, "The agency whose program it is.");
        Sort(p => p.StartsOn);
        Sort(p => p.Name);
        DefaultSort("startsOn");
    }
}
