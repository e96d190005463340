namespace Cwa.Model;

/// <summary>Who may come to a conversation.</summary>
public enum Access
{
    /// <summary>Anyone. The event is shown to the public once its report is accepted.</summary>
    OpenToPublic = 1,

    /// <summary>Those whom the agency invites.</summary>
    ByInvitation = 2,
}
