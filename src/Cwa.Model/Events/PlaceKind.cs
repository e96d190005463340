namespace Cwa.Model;

/// <summary>Where a conversation takes place.</summary>
public enum PlaceKind
{
    /// <summary>In one state or territory.</summary>
    Place = 1,

    /// <summary>Across the nation, such as a broadcast or a mailing.</summary>
    National = 2,

    /// <summary>Online, wherever people are.</summary>
    Virtual = 3,
}
