namespace Cwa.Model;

/// <summary>How a conversation reaches people, in the four areas by which NPR sorts conversations.</summary>
public enum Medium
{
    /// <summary>People meet in one place.</summary>
    [SaidAs("in person", "meeting", "on site")]
    FaceToFace = 1,

    /// <summary>Letters, comment cards, printed questionnaires.</summary>
    [SaidAs("in writing", "letter", "mail", "paper", "print")]
    Written = 2,

    /// <summary>Calls, call-in shows answered by telephone, hotlines.</summary>
    [SaidAs("by telephone", "call", "phone")]
    Telephone = 3,

    /// <summary>The web, e-mail, online chat, broadcasts.</summary>
    [SaidAs("e-mail", "internet", "on line", "virtual", "web")]
    Electronic = 4,
}
