namespace Cwa.Model;

/// <summary>How a conversation reaches people, in the four areas by which NPR sorts conversations.</summary>
public enum Medium
{
    /// <summary>People meet in one place.</summary>
    FaceToFace = 1,

    /// <summary>Letters, comment cards, printed questionnaires.</summary>
    Written = 2,

    /// <summary>Calls, call-in shows answered by telephone, hotlines.</summary>
    Telephone = 3,

    /// <summary>The web, e-mail, online chat, broadcasts.</summary>
    Electronic = 4,
}
