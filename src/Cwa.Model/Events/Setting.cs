namespace Cwa.Model;

/// <summary>Whether a conversation follows an agenda.</summary>
public enum Setting
{
    /// <summary>It has an agenda and a record.</summary>
    Formal = 1,

    /// <summary>It has no agenda.</summary>
    Informal = 2,
}
