using GraphQL;
using GraphQL.Types;

namespace Cwa.Graph.Engine;

/// <summary>Marks a type or a field that is not public: selecting it requires a role, no matter which.</summary>
/// <remarks>
/// This is decided by the schema alone, before anything is read. Which objects a caller may see is decided by <see
/// cref="IVisibility"/>.
/// </remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method | AttributeTargets.Property)]
public class SignedInAttribute : GraphQLAttribute
{
    internal const string Key = "ROLES";

    internal virtual string[] Roles => [];

    /// <inheritdoc/>
    public override void Modify(FieldType fieldType, bool isInputType) => fieldType.WithMetadata(Key, Roles);
}

/// <summary>Marks a field that only callers with one of these roles may select.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method | AttributeTargets.Property)]
public sealed class RoleAttribute(params string[] roles) : SignedInAttribute
{
    internal override string[] Roles => roles;
}

/// <summary>What the engine needs to know about the caller.</summary>
[Service]
public interface IRequester
{
    /// <summary>Whether the caller is signed in, which allows larger requests.</summary>
    bool IsSignedIn { get; }

    /// <summary>Who the caller is, for shares of what is limited: without a sign-in, where they come from.</summary>
    string Identity { get; }

    /// <summary>
    /// Whether the caller has one of these roles; if none is named, whether the caller has any role that opens what is
    /// not public.
    /// </summary>
    bool HasOneOf(IReadOnlyList<string> roles);

    /// <summary>
    /// A key for what the caller may see and do. Two callers with the same key get the same answer to every request.
    /// </summary>
    string Rights { get; }
}

/// <summary>Opens a scope of services for a caller, for work that outlives the caller's request.</summary>
[Service]
public delegate AsyncServiceScope OpenScope(IRequester requester);

/// <summary>A field that needs a role.</summary>
internal sealed record GuardedField(string Name, string[] Roles)
{
    /// <exception cref="RequestError">The caller lacks the role (UNAUTHENTICATED or FORBIDDEN).</exception>
    public void Check(IRequester requester)
    {
        if (!requester.HasOneOf(Roles))
            throw requester.IsSignedIn ? RequestError.Forbidden(Name, Roles) : RequestError.Unauthenticated(Name);
    }
}
