using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL.DataLoader;

namespace Cwa.Graph;

/// <summary>A theme of findings that an agency tells apart, under a theme common to all agencies.</summary>
[SignedIn]
public sealed class AgencyThemeType() : NodeType<AgencyTheme>(t => t.AgencyId, t => t.NameSearch)
{
    /// <summary>The agency that uses the theme.</summary>
    public static IDataLoaderResult<Agency> Agency(AgencyTheme theme, ById<Agency> agencies) =>
        agencies.Load(theme.AgencyId);

    /// <summary>The findings that have the theme (action 1).</summary>
    public static IDataLoaderResult<Connection<Finding>> Findings(AgencyTheme theme, Page<Finding> page) =>
        page.Where("has a theme of its agency's own", f => f.OwnThemeId != null).Of(theme.Id, f => f.OwnThemeId!.Value);
}

/// <summary>What agencies' own themes can be filtered by.</summary>
public sealed class AgencyThemeTerms : ListTerms<AgencyTheme>
{
    /// <summary>By name.</summary>
    public AgencyThemeTerms()
        : base(t => t.UpdatedAt)
    {
        Text(t => t.Name, t => t.NameSearch, SearchText.Normalize);
        Choice(t => t.Theme);
        Value(t => t.RetiredOn);
        Record(t => t.Agency, "The agency that uses the theme.");
        Sort(t => t.Name);
        DefaultSort("name");
    }
}
