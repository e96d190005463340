namespace Cwa.Model;

/// <summary>Whether a conversation follows an agenda.</summary>
public enum Setting
{
    /// <summary>With an agenda and a record.</summary>
    Formal = 1,

    /// <summary>Without.</summary>
    Informal = 2,
}
