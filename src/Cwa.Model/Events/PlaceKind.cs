namespace Cwa.Model;

/// <summary>Where a conversation takes place.</summary>
public enum PlaceKind
{
    /// <summary>In one state or territory.</summary>
    [SaidAs("in one place", "local", "location", "site")]
    Place = 1,

    /// <summary>Across the nation, such as a broadcast or a mailing.</summary>
    [SaidAs("nation", "nationwide")]
    National = 2,

    /// <summary>Online, wherever people are.</summary>
    [SaidAs("internet", "on line", "web")]
    Virtual = 3,
}
